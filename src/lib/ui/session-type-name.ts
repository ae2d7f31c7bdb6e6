import type { SessionType } from '$lib/domain/types';
import { m } from '$lib/paraglide/messages';

/** A type of session in words. */
export function sessionTypeName(type: SessionType): string {
	return {
		technical: m.session_type_technical,
		mock: m.session_type_mock,
		coding: m.session_type_coding,
		debugging: m.session_type_debugging
	}[type]();
}
