import { GRADER_VERSION } from '$lib/domain/grading/calibration';
import { openApiDocument } from '$lib/contract/openapi';
import type { Handler } from '../context';

export const health: Handler<'GET /api/health'> = async (
	_context,
	{ embedder, store, version }
) => {
	const model = await embedder.state();
	return {
		status: 200,
		body: {
			status: 'ok',
			version,
			grader: GRADER_VERSION,
			storage: { persistent: store.persistent },
			model: {
				state: model.state,
				id: model.state === 'ready' ? model.model : null,
				loaded_bytes: model.state === 'loading' ? model.loaded_bytes : 0,
				total_bytes: model.state === 'loading' ? model.total_bytes : 0,
				reason: model.state === 'unavailable' ? model.reason : null
			}
		}
	};
};

export const openApi: Handler<'GET /api/openapi.json'> = async (_context, { base, version }) => ({
	status: 200,
	body: openApiDocument(base, version)
});
