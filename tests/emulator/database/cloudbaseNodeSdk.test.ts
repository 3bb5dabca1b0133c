import tcb from '@cloudbase/node-sdk';
import { describeDatabase } from './conformance';
import type { CloudDatabase } from './conformance/cloudDatabase';
import { openEnvironment } from './conformance/environment';

function connect(env: string | undefined): CloudDatabase {
  const {
    TENCENTCLOUD_SECRETID: secretId = '',
    TENCENTCLOUD_SECRETKEY: secretKey = '',
    TENCENTCLOUD_SESSIONTOKEN: sessionToken,
  } = process.env;
  const credentials = { secretId, secretKey, ...(sessionToken && { sessionToken }) };
  const app = tcb.init({ env: env ?? 'local-env', ...credentials });
  return app.database() as unknown as CloudDatabase;
}

describe('the database through @cloudbase/node-sdk', () => {
  describeDatabase(() => openEnvironment(connect, (data) => data));
});
