import type { Proof } from './proof.ts'

export type { Proof } from './proof.ts'

const testsIn = (...paths: readonly string[]) => [
  'tests/files.ts',
  ...paths.map((path) => `proofs/programs/${path}`),
]

/**
 * Everything that `npm run prove` shows. To add a proof, write a script that ends with a line of counts
 * (`12 passed, 0 failed`, or the summary of Node's test reporter) and an exit code, or a folder of test files in
 * `proofs/programs`, and register it here with what it costs.
 */
export const proofs: readonly Proof[] = [
  {
    name: 'broken-clients',
    claim:
      'every client with a fault is caught by a scenario of the rule that it breaks, and a part of them by nothing else',
    seconds: 350,
    parts: 4,
    args: ['proofs/runs/broken-clients.ts'],
  },
  {
    name: 'every-claim',
    claim:
      'every claim of every kind of token, every member of an answer and every key is judged by its own rule',
    seconds: 150,
    parts: 6,
    args: ['proofs/runs/every-claim.ts'],
  },
  {
    name: 'broken-providers',
    claim: 'every identity provider with a fault is caught by a scenario of a rule that it breaks',
    seconds: 100,
    parts: 3,
    args: ['proofs/runs/broken-providers.ts'],
  },
  {
    name: 'broken-apis',
    claim:
      'every API with a fault is caught by a scenario of the rule that it breaks, and one in twenty by nothing else',
    seconds: 80,
    parts: 2,
    args: ['proofs/runs/broken-apis.ts'],
  },
  {
    name: 'broken-tenants',
    claim:
      'every tenant with a fault that shows without power over it is caught by a live run, under a rule that it breaks',
    seconds: 25,
    args: ['proofs/runs/broken-tenants.ts'],
  },
  {
    name: 'other-tenants',
    claim: 'nothing is raised against providers that are right in another way than the mock',
    seconds: 20,
    args: testsIn('other-tenants.test.ts', 'other-habits.test.ts'),
  },
  {
    name: 'correct-clients',
    claim: 'nothing is raised against clients without a fault, whatever their habits',
    seconds: 120,
    args: ['proofs/runs/correct-clients.ts'],
  },
  {
    name: 'exhaustive-tests',
    claim: 'the unit tests that try a sample in npm test hold for every case',
    seconds: 320,
    parts: 4,
    args: ['proofs/runs/exhaustive-tests.ts'],
    env: { AGENTID_EXHAUSTIVE: '1' },
  },
  {
    name: 'whole-specification',
    claim: 'every option of agentid conformance works on the whole specification',
    seconds: 150,
    args: testsIn('whole-specification.test.ts'),
  },
  {
    name: 'live-target',
    claim: 'the specification holds of a target that only variables name',
    seconds: 4,
    args: ['proofs/runs/live-target.ts'],
  },
  {
    name: 'live-scenarios',
    claim: 'every scenario tagged @live can be shown by variables alone, and changes nothing',
    seconds: 20,
    args: testsIn('live-scenarios.test.ts', 'live-target.test.ts'),
    env: { AGENTID_EXHAUSTIVE: '1' },
  },
  {
    name: 'compare-live',
    claim:
      'a run on another identity provider differs from the mock in what differs, and keeps secrets',
    seconds: 10,
    args: testsIn('compare-live'),
  },
  {
    name: 'adapters',
    claim: 'the templates of adapters conform as they are',
    seconds: 40,
    args: testsIn('adapter-templates.test.ts'),
  },
  {
    name: 'conformance-command',
    claim:
      'agentid conformance judges, reports and refuses as its help says, in a process of its own',
    seconds: 70,
    parts: 2,
    args: testsIn(
      'conformance-command.test.ts',
      'bad-input-clients.test.ts',
      'hostile-adapter.test.ts',
    ),
  },
  {
    name: 'observe',
    claim: 'agentid observe judges programs of every kind, and ends with them',
    seconds: 5,
    args: testsIn('observe'),
  },
  {
    name: 'sign-in',
    claim:
      'certified clients of others sign people in at the mock, and a person does so in a browser from sign-in to sign-out',
    seconds: 6,
    args: testsIn('sign-in'),
  },
  {
    name: 'secrecy',
    claim:
      'no secret that the mock or a run knows is shown, wherever it stands and however it is written',
    seconds: 60,
    args: testsIn('secrecy'),
  },
  {
    name: 'provisioning',
    claim: 'a tenant is provisioned, judged and cleared by the commands, and by tools of others',
    seconds: 30,
    args: testsIn('provisioning'),
  },
  {
    name: 'state',
    claim: 'a state file keeps every acknowledged write, whenever the mock is killed',
    seconds: 20,
    args: testsIn('state'),
  },
  {
    name: 'report-page',
    claim: 'the report page can be read and used by everybody, in a browser',
    seconds: 12,
    args: testsIn('browser'),
  },
  {
    name: 'console',
    claim: 'the console can be read and used by everybody, in a browser',
    seconds: 20,
    args: testsIn('console'),
  },
  {
    name: 'action',
    claim:
      'the GitHub actions judge a client and pass the verdict on, and start the mock for a job',
    seconds: 6,
    args: testsIn('action.test.ts', 'serve-action.test.ts'),
  },
  {
    name: 'two-runners',
    claim:
      'the specification holds in process and of a server of its own, over https, and cucumber-js ends every scenario as agentid conformance does',
    seconds: 160,
    parts: 2,
    args: ['proofs/runs/two-runners.ts'],
  },
  {
    name: 'cucumber-js',
    claim: 'cucumber-js selects, runs side by side, reports and fails as its users expect',
    seconds: 30,
    args: testsIn('cucumber-js.test.ts'),
  },
  {
    name: 'docs-examples',
    claim: 'every example of docs/ does what its page says',
    seconds: 100,
    args: testsIn('docs-examples.test.ts'),
  },
]
