import cloud from 'wx-server-sdk';

/** The SDK as WeChat cloud gives it to a function; the one file that names the package. */
export type Sdk = typeof cloud;
export type SdkDatabase = ReturnType<Sdk['database']>;

let database: SdkDatabase | undefined;

/** The SDK, initialised once for the life of the instance; keep-alive saves a connection for every call. */
export const openSdk = (): { cloud: Sdk; database: SdkDatabase } => {
  if (!database) {
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true } as Parameters<Sdk['init']>[0]);
    database = cloud.database({ throwOnNotFound: false } as Parameters<Sdk['database']>[0]);
  }
  return { cloud, database };
};
