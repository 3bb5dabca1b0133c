/** @typedef {{ path?: string | string[], pathNot?: string | string[], [more: string]: unknown }} Side */

/** @param {string} name @param {Side} from @param {Side} to @param {string} comment */
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const TYPES_ALONE = { dependencyTypesNot: ['type-only'] };

/** Who may import whom. Each rule has a name, so that what breaks it can be talked about. */
module.exports = {
  forbidden: [
    never(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'if two files need each other, a third is missing',
    ),
    never(
      'shared-is-the-ground',
      { path: '^shared/' },
      { path: '^(server|miniprogram|cloudfunctions|emulator|scripts)/' },
      'shared imports only shared',
    ),
    never(
      'rules-are-pure',
      { path: '^shared/', pathNot: '(contracts?|fields)[.]ts$' },
      { path: 'node_modules', ...TYPES_ALONE },
      'money, machines and rules import nothing',
    ),
    never(
      'phone-knows-no-server',
      { path: '^miniprogram/' },
      { path: '^(server|cloudfunctions|emulator|scripts)/' },
      'secrets and SDKs stay off the phone',
    ),
    never(
      'phone-reads-contracts-as-types',
      { path: '^miniprogram/' },
      { path: '^shared/.*(contracts?|fields)[.]ts$', ...TYPES_ALONE },
      'a contract brings zod along; the phone needs its types only',
    ),
    never(
      'server-knows-no-door',
      { path: '^server/' },
      { path: '^(cloudfunctions|emulator|miniprogram|scripts)/' },
      'a workflow does not know who calls it',
    ),
    never(
      'only-wechat-loads-the-sdk',
      { path: '^(shared|server|cloudfunctions)/', pathNot: '^server/wechat/' },
      { path: '(wx-server-sdk|@cloudbase|nodemailer)', ...TYPES_ALONE },
      'everything else takes ports',
    ),
    never(
      'only-live-binds-wechat',
      {
        path: '^(server|cloudfunctions)/',
        pathNot: ['^server/(wechat/|live[.]ts)', '^cloudfunctions/sendEmailCode/'],
      },
      { path: '^server/wechat/', ...TYPES_ALONE },
      'adapters are bound in one place',
    ),
    never(
      'functions-do-not-call-each-other',
      { path: '^cloudfunctions/([^/]+)/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/$1/' },
      'what two functions share lives in server/',
    ),
    never(
      'functions-open-on-the-house-alone',
      { path: '^cloudfunctions/' },
      { path: '^(miniprogram|emulator|scripts|tests)/' },
      'a function knows server/ and shared/',
    ),
    never(
      'the-local-cloud-knows-no-shop',
      { path: '^emulator/' },
      { path: '^(shared|server|cloudfunctions|miniprogram|scripts|tests)/' },
      'it could be published on its own',
    ),
    never(
      'nothing-imports-tests',
      { pathNot: '^(tests/|jest[.]config)' },
      { path: '^tests/' },
      'tests look at the product, not the other way round',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|[.]local|artifacts)/' },
  },
};
