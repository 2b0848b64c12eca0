/** Imports run one way (docs/architecture.md, "Layers"). `npm run layers` checks it. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(app|components|lib|sandbox|scripts|e2e|bench)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('app-stays-thin', '^app/', '^(app|components|lib)/', 'pages call verbs and render components'),
    {
      name: 'app-has-no-database-or-sdk',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/(aws|db)/|node_modules/(@aws-sdk|drizzle-orm)' },
    },
    {
      name: 'components-know-no-server',
      comment: 'components see types, schemas and pure code of lib',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(app|sandbox|scripts)/|^lib/(aws|db|runtime|env|log|boot)|node_modules/(@aws-sdk|drizzle-orm)',
        dependencyTypesNot: ['type-only'],
      },
    },
    only(
      'ui-knows-no-domain',
      '^components/ui/',
      '^components/ui/|^lib/(cn|format-)',
      'the kit could serve another product',
    ),
    only('sandbox-stands-alone', '^sandbox/', '^sandbox/', 'it is reached over HTTP, DNS and TLS only'),
    only('gateway-core-is-pure', '^lib/gateway/', '^lib/gateway/', 'pure functions over snapshots'),
    only(
      'aws-has-one-door',
      '^lib/aws/',
      '^lib/(aws|audit/model|inventory/model|domains/model|gateway|errors|log)',
      'the pace store is passed in',
    ),
    only(
      'db-knows-no-aws',
      '^lib/db/',
      '^lib/(db|[a-z]+/model|certificates/watch/model|gateway/(edits|model)|errors|log)',
      'lib/aws and lib/db never meet',
    ),
    {
      name: 'sandbox-is-a-process',
      comment: 'only tests may start it in process',
      severity: 'error',
      from: { path: '^(app|components|lib|scripts)/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { path: '^sandbox/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
