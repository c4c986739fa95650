import { z } from 'zod'

const words = z.record(z.string(), z.string())

/** A request in a report. Loose: the journal of the identity provider may gain members. */
export const requestSchema = z
  .looseObject({
    sequence: z
      .int()
      .describe('Counts up from 1 within a tenant; a gap means requests were dropped'),
    tenantId: z.string().optional().describe('The tenant in the URL, if it exists'),
    endpoint: z.string().describe('Kind of endpoint, such as token or discovery'),
    time: z.string().describe("Time on the tenant's clock, ISO 8601"),
    method: z.string().describe('HTTP method'),
    host: z.string().describe('The Host header'),
    path: z.string().describe('Path of the URL'),
    query: words.describe('Parameters of the URL, masked'),
    httpStatus: z.int().describe('Status of the answer'),
    traceId: z.string().describe('trace_id of the answer'),
    correlationId: z.string().describe('correlation_id of the answer'),
    userAgent: z.string().optional().describe('The User-Agent header'),
    contentType: z.string().optional().describe('The Content-Type header'),
    parameters: words.describe('Parameters of the form, masked, in the order they were sent'),
    repeatedParameters: z.array(z.string()).readonly().describe('Names of repeated parameters'),
    credentials: z.array(z.string()).readonly().describe('Every credential in the request'),
    basicClientId: z.string().optional().describe('The client id of HTTP Basic'),
    credentialsInUrl: z
      .array(z.string())
      .readonly()
      .describe('Names of URL parameters that hold a secret, assertion or token'),
    assertion: z
      .object({
        header: z.unknown().describe('The protected header'),
        claims: z.unknown().describe('The claims'),
      })
      .optional()
      .describe('The client assertion without its signature'),
    stage: z.string().describe('The last stage that the request reached'),
    rulesLookedAt: z
      .array(z.string())
      .readonly()
      .describe('Ids of the rules that the request was checked against'),
    outcome: z
      .looseObject({})
      .describe('The outcome, in the member `issued`, `refused`, `answered` or `fault`'),
    fault: z.string().optional().describe('How a fault changed the real answer, in words'),
    expiresIn: z.int().optional().describe('`expires_in` of the answer, in seconds'),
  })
  .describe('One request as the identity provider received and answered it, secrets masked')
