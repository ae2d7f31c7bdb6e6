/** What the build lists, under the path the site turned out to be served from. */
export { base, build, files, prerendered, version } from '$service-worker';
