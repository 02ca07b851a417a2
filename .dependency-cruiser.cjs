/** The one arrow between folders, as named rules. See docs/architecture.md; `npm run boundaries` runs them. */
const folder = (name) => `^${name}/`

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A circle of files cannot be read from any end.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tools-stand-at-the-bottom',
      severity: 'error',
      from: { path: folder('tools') },
      to: { path: '^(agents|src|evals|test)/' },
    },
    {
      name: 'agents-look-down-only',
      severity: 'error',
      from: { path: folder('agents') },
      to: { path: '^(src|evals|test)/' },
    },
    { name: 'src-looks-down-only', severity: 'error', from: { path: folder('src') }, to: { path: '^(evals|test)/' } },
    {
      name: 'evals-come-in-by-the-front-door',
      comment:
        'Evals judge what customers get. An attacker comes in by every window; the second lock holds for him too.',
      severity: 'error',
      from: { path: folder('evals'), pathNot: '^evals/attack/' },
      to: { path: '^src/', pathNot: '^src/(app|services|read-arguments)\\.ts$|^src/(server|sandbox)/' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: folder('test') },
      to: { path: folder('test') },
    },
    {
      name: 'engines-are-pure',
      comment: 'Engines take values and return values; tools.ts files alone know LangChain.',
      severity: 'error',
      from: { path: folder('tools'), pathNot: '/tools\\.ts$' },
      to: { path: '@langchain|(^|/)(pg|pg-boss|hono|openai)(/|$)', pathNot: '^(tools|agents|src)/' },
    },
    {
      name: 'engines-touch-no-machine',
      severity: 'error',
      from: { path: folder('tools'), pathNot: '/tools\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-job-reaches-the-executor',
      comment: 'The second lock: what binds is named by the executing job, the wiring and the channels alone.',
      severity: 'error',
      from: {
        path: '^(tools|agents|src|evals)/',
        pathNot:
          '^src/jobs/execute-commitment\\.ts$|^src/jobs/execution/|^src/composition/job-handlers\\.ts$|^src/channels/',
      },
      to: { path: '^tools/commitments/executor\\.ts$|^src/channels/(http|notice)-executor\\.ts$' },
    },
    {
      name: 'worker-never-reaches-the-embedded-database',
      severity: 'error',
      from: { path: '^src/server/worker\\.ts$' },
      to: { path: '^src/db/embedded|@electric-sql', reachable: true },
    },
    {
      name: 'sandbox-knows-only-the-protocol',
      comment: 'A counterparty that shares our engine or our gate would be no counterparty.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^agents/|^tools/(negotiation|commitments|mandates)/|^src/(?!sandbox/|read-arguments\\.ts)' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
