import { z } from 'zod'

export const evidenceFormat = 'agentid-evidence/1'

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
type Plain = z.infer<typeof plain>
/** A part of an exchange, redacted. */
export type Value = Plain | readonly Value[] | { readonly [member: string]: Value }
const value: z.ZodType<Value> = z.lazy(() =>
  z.union([plain, z.array(value).readonly(), z.record(z.string(), value).readonly()]),
)

const texts = z.record(z.string(), z.string()).readonly()
const pairs = z.array(z.tuple([z.string(), value]).readonly()).readonly()

const exchangeSchema = z
  .strictObject({
    step: z.int().describe('Number of the step that sent it, from 1; 0: none'),
    request: z
      .strictObject({
        method: z.string(),
        path: z.string(),
        query: pairs,
        headers: texts,
        form: pairs,
        body: value.optional().describe('A body that is not a form'),
      })
      .readonly(),
    answer: z
      .strictObject({
        status: z.int().describe('0: no answer came'),
        headers: texts,
        body: value,
      })
      .readonly(),
  })
  .readonly()

const scenarioStatus = z.enum(['passed', 'failed', 'observed', 'not testable', 'unusable'])

/** One scenario: what it is about, and what went over the wire. */
export const scenarioSchema = z
  .strictObject({
    format: z.literal(evidenceFormat),
    title: z.string(),
    feature: z.string(),
    file: z.string().describe('Feature file, relative to the package'),
    rules: z.array(z.string()).readonly(),
    status: scenarioStatus,
    missing: z.array(z.string()).readonly().describe('Variables that were not set'),
    steps: z
      .array(z.strictObject({ keyword: z.enum(['Given', 'When', 'Then']), text: z.string() }))
      .readonly(),
    observations: z.array(z.string()).readonly(),
    exchanges: z.array(exchangeSchema).readonly(),
  })
  .readonly()

/** `index.json` of an evidence folder. */
export const indexSchema = z
  .strictObject({
    format: z.literal(evidenceFormat),
    day: z.iso.date().describe('Day of the run, in universal time'),
    tool: z.strictObject({ name: z.string(), version: z.string() }).readonly(),
    target: z
      .strictObject({
        kind: z.enum(['in-process', 'server', 'live']),
        authority: z.string().describe('A public authority of Microsoft; private: any other'),
        credential: z.string().describe('Credential of the blueprint'),
        variables: z.array(z.string()).readonly().describe('Names of the variables that were set'),
      })
      .readonly(),
    scenarios: z
      .array(
        z.strictObject({
          title: z.string(),
          file: z.string().describe('File with its exchanges, relative to this one'),
          rules: z.array(z.string()).readonly(),
          status: scenarioStatus,
          exchanges: z.int(),
        }),
      )
      .readonly(),
  })
  .readonly()

export type Exchange = z.infer<typeof exchangeSchema>
export type ScenarioEvidenceFile = z.infer<typeof scenarioSchema>
export type EvidenceIndex = z.infer<typeof indexSchema>
export type EvidenceTarget = EvidenceIndex['target']

/** A whole evidence folder. */
export type EvidenceSet = {
  readonly index: EvidenceIndex
  readonly scenarios: readonly ScenarioEvidenceFile[]
}
