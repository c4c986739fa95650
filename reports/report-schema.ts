import { z } from 'zod'
import { statuses } from './check-status.ts'
import { evidenceKinds } from './evidence-meaning.ts'
import { requestSchema } from './journal-schema.ts'

export const reportFormat = 'agentid-conformance-report/1'

const status = z.enum(statuses)
const severity = z
  .enum(['MUST', 'SHOULD', 'INFO'])
  .describe('A broken MUST fails, a SHOULD warns, an INFO is noted')
const reason = z.string().optional()

const stepSchema = z
  .strictObject({
    keyword: z.enum(['Given', 'When', 'Then']).describe('Kind of step; And and But are resolved'),
    text: z.string().describe('The step as it ran'),
    status: z.enum(['passed', 'failed', 'skipped']).describe('skipped: a step before it failed'),
  })
  .describe('One step of a scenario')

const findingSchema = z
  .strictObject({
    check: z.string().describe('Id of the rule that is broken'),
    severity,
    message: z.string().describe('What is wrong, in a sentence'),
    expected: z.string().describe('What was expected'),
    actual: z.string().describe('What came'),
    request: z.int().optional().describe('`sequence` of the request that proves it, if one does'),
    clientId: z.string().optional().describe('The client id that sent it, where known'),
  })
  .describe('A judgement, with the request that proves it')

const storySchema = z
  .strictObject({
    title: z.string().describe('Name of the scenario'),
    feature: z.string().describe('Name of its feature'),
    file: z.string().describe('Feature file, relative to the package'),
    line: z.int().describe('Line of the scenario in that file'),
    status: status.describe('How the scenario ended'),
    reason: reason.describe('Why it was skipped, is expected to fail, or could not be judged'),
    seconds: z.number().describe('How long it took'),
    steps: z.array(stepSchema).readonly().describe('Its steps, in order'),
    findings: z.array(findingSchema).readonly().describe('What was found wrong in it'),
    requests: z.array(requestSchema).readonly().describe('Its requests, oldest first'),
    names: z.record(z.string(), z.string()).describe('Ids of this scenario and whose they are'),
  })
  .describe('One scenario about the rule, or one in which a check of every request broke it')

const checkSchema = z
  .strictObject({
    id: z.string().describe('Stable id of the rule'),
    title: z.string().describe('The rule as a sentence'),
    severity,
    evidence: z
      .strictObject({
        kind: z.enum(evidenceKinds).describe('What kind of knowledge the rule is'),
        source: z.string().describe('The page, capture or source that shows it'),
      })
      .optional()
      .describe('How the rule is known; absent for a rule of this tool about itself'),
    status: status.describe('How the subject keeps the rule'),
    reason: reason.describe('Why it is expected to fail, was skipped or could not be judged'),
    stories: z.array(storySchema).readonly().describe('The scenarios that show it'),
  })
  .describe('One rule of the catalogue and how the subject keeps it')

const subjectSchema = z
  .strictObject({
    kind: z.enum(['client', 'identity provider']).describe('What was judged'),
    name: z.string().describe('What it calls itself'),
    version: z.string().optional().describe('Its version, where known'),
    language: z.string().optional().describe('Its programming language, where known'),
    verdict: z
      .enum(['conforms', 'fails as expected', 'does not conform', 'could not be judged'])
      .describe('The result. fails as expected: every MUST that is broken was known to be'),
    counts: z.record(status, z.int()).describe('How many rules have each status'),
    checks: z.array(checkSchema).readonly().describe('Every rule, kept or not'),
    problems: z
      .array(z.string())
      .readonly()
      .describe('Why it could not be judged, or which expectation is stale'),
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
      .describe('What wrote the report'),
    startedAt: z.string().describe('When the run began, ISO 8601'),
    durationSeconds: z.number().describe('How long the run took'),
    target: z
      .strictObject({
        kind: z.string().describe('in-process, server or live'),
        authorityHost: z.string().describe('Address of the identity provider'),
      })
      .describe('The identity provider that was judged, or against which clients were'),
    subjects: z.array(subjectSchema).readonly().describe('What was judged'),
  })
  .describe('The whole result of a conformance run')

export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema, { io: 'input' })
  return `${JSON.stringify({ title: 'Report of agentid-conformance', ...schema }, null, 2)}\n`
}
