import cloud from 'wx-server-sdk';
import { describeDatabase } from './conformance';
import type { CloudDatabase } from './conformance/cloudDatabase';
import { openEnvironment } from './conformance/environment';

function connect(env: string | undefined): CloudDatabase {
  cloud.init({ env: env ?? 'local-env' });
  return cloud.database() as unknown as CloudDatabase;
}

describe('the database through wx-server-sdk', () => {
  describeDatabase(() => openEnvironment(connect, (data) => ({ data })));
});
