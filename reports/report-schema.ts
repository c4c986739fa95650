import { z } from 'zod'
import { statuses } from './check-status.ts'
import { evidenceKinds } from './evidence-meaning.ts'
import { requestSchema } from './journal-schema.ts'

export const reportFormat = 'agentid-conformance-report/1'

const status = z.enum(statuses)
const severity = z
  .enum(['MUST', 'SHOULD', 'INFO'])
  .describe('A broken MUST fails the run, a broken SHOULD is a warning, a broken INFO is noted')
const reason = z.string().optional()

const stepSchema = z
  .strictObject({
    keyword: z.enum(['Given', 'When', 'Then']).describe('Kind of step, with And and But resolved'),
    text: z.string().describe('Text of the step as it ran'),
    status: z.enum(['passed', 'failed', 'skipped']).describe('skipped: an earlier step failed'),
  })
  .describe('One step of a scenario')

const findingSchema = z
  .strictObject({
    check: z.string().describe('Id of the broken rule'),
    severity,
    message: z.string().describe('What is wrong, as a sentence'),
    expected: z.string().describe('The expected value'),
    actual: z.string().describe('The actual value'),
    request: z.int().optional().describe('`sequence` of the request that proves it, if one does'),
    token: z.string().optional().describe('The kind of token that is wrong, such as T1'),
    clientId: z.string().optional().describe('The client id that sent the request, if known'),
  })
  .describe('A broken rule, with the request that proves it')

const storySchema = z
  .strictObject({
    title: z.string().describe('Name of the scenario'),
    feature: z.string().describe('Name of its feature'),
    file: z.string().describe('Feature file, relative to the package'),
    line: z.int().describe('Line of the scenario in that file'),
    status: status.describe('How the scenario ended'),
    reason: reason.describe(
      'Why the scenario was skipped, is expected to fail, or could not be judged',
    ),
    seconds: z.number().describe('Duration'),
    steps: z.array(stepSchema).readonly().describe('Its steps, in order'),
    findings: z.array(findingSchema).readonly().describe('The findings of the scenario'),
    requests: z.array(requestSchema).readonly().describe('Its requests, oldest first'),
    names: z.record(z.string(), z.string()).describe('Ids of the scenario, with their names'),
    observed: z
      .enum(['behaviour', 'answer'])
      .optional()
      .describe('Of an observed story. answer: refused in another way, as a correct tenant may'),
  })
  .describe('A scenario about the rule, or one in which some request broke it')

const evidenceSchema = z.strictObject({
  kind: z.enum(evidenceKinds).describe('Kind of evidence'),
  source: z.string().describe('The page, capture or source of the evidence'),
})

const checkSchema = z
  .strictObject({
    id: z.string().describe('Stable id of the rule'),
    title: z.string().describe('The rule as a sentence'),
    severity,
    evidence: evidenceSchema
      .optional()
      .describe('Evidence that the rule holds; absent for rules of this tool itself'),
    answerEvidence: evidenceSchema
      .optional()
      .describe('Evidence of the way in which a request is refused; only of a refusal'),
    status: status.describe('Status of the rule for the subject'),
    reason: reason.describe('Why it is expected to fail, was skipped or could not be judged'),
    stories: z.array(storySchema).readonly().describe('The scenarios about the rule'),
  })
  .describe('One rule of the catalogue and its status for the subject')

const subjectSchema = z
  .strictObject({
    kind: z
      .enum(['client', 'API', 'identity provider'])
      .describe('The subject or subjects of the run'),
    name: z.string().describe('Name of the subject'),
    version: z.string().optional().describe('Version, if known'),
    language: z.string().optional().describe('Programming language, if known'),
    verdict: z
      .enum(['conforms', 'fails as expected', 'does not conform', 'could not be judged'])
      .describe('The result. fails as expected: every broken MUST was an expected failure'),
    counts: z.record(status, z.int()).describe('Number of rules with each status'),
    checks: z.array(checkSchema).readonly().describe('Every rule, with its status'),
    problems: z
      .array(z.string())
      .readonly()
      .describe('Why it could not be judged, or which expectation is stale'),
    notJudged: z
      .array(z.string())
      .readonly()
      .default([])
      .describe(
        'What the client declares and no scenario judges, so that nobody takes it for passed',
      ),
  })
  .describe('The identity provider, or one client')

/** The content of `checks.json`. */
export const reportSchema = z
  .strictObject({
    format: z.literal(reportFormat).describe('Name and version of this format'),
    tool: z
      .strictObject({
        name: z.string().describe('Name of the tool'),
        version: z.string().describe('Version of the tool'),
      })
      .describe('The tool that wrote the report'),
    startedAt: z.string().describe('Start of the run, ISO 8601'),
    durationSeconds: z.number().describe('Duration of the run'),
    target: z
      .strictObject({
        kind: z.string().describe('in-process, server or live'),
        authorityHost: z.string().describe('Address of the identity provider'),
      })
      .describe('The identity provider that was judged, or against which clients were'),
    subjects: z.array(subjectSchema).readonly().describe('The subject or subjects of the run'),
  })
  .describe('The whole result of a conformance run')

export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema, { io: 'input' })
  return `${JSON.stringify({ title: 'Report of agentid-conformance', ...schema }, null, 2)}\n`
}
