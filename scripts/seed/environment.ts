import tcb from '@cloudbase/node-sdk';

export type Environment = ReturnType<typeof tcb.init>;

/**
 * Opens an environment from outside: a local one by its address, a real one by `CLOUD_ENV`,
 * `TENCENTCLOUD_SECRETID` and `TENCENTCLOUD_SECRETKEY`.
 */
export const openEnvironment = (url?: string): Environment =>
  tcb.init(
    url
      ? { env: 'local-env', serviceUrl: `${url}/admin`, secretId: 'local', secretKey: 'local' }
      : {
          env: required('CLOUD_ENV'),
          secretId: required('TENCENTCLOUD_SECRETID'),
          secretKey: required('TENCENTCLOUD_SECRETKEY'),
        },
  );

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} first: see docs/deploying.md`);
  return value;
};
