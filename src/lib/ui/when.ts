import { dayText, localDay } from '$lib/domain/calendar-days';
import { m } from '$lib/paraglide/messages';

/** A time of the API (UTC without a zone suffix) as this device writes it. */
export function localTime(utc: string): string {
	return new Date(`${utc}Z`).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** @param seconds whole or not; shown in minutes and seconds */
export function durationText(seconds: number): string {
	const whole = Math.round(seconds);
	if (whole >= 60 && whole % 60 === 0) return m.duration_minutes({ minutes: whole / 60 });
	return whole < 60
		? m.history_duration_seconds({ seconds: whole })
		: m.history_duration_minutes({ minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

/**
 * The first day that an interview may be on, as date fields have it: today on this device, but a
 * day that was kept and has passed meanwhile may stay.
 *
 * @param chosen what the field holds now
 * @param kept what was saved before; empty for none
 */
export function firstInterviewDay(chosen: string, kept: string): string {
	const now = new Date();
	const today = dayText(localDay(now.getTime(), -now.getTimezoneOffset()));
	return chosen === kept && kept !== '' && kept < today ? kept : today;
}
