export { buildBrowserHost, type BrowserHostOptions, type Person } from './build';
