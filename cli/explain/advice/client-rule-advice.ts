import { type AdviceByRule, advice } from './advice.ts'

/** For what a client sends and does not send. */
export const clientRuleAdvice: AdviceByRule = {
  'T1-1': advice(
    'fmi_path is missing, sent in step 2, or holds another id.',
    'Send it once: in step 1, with the client id of the agent identity.',
  ),
  'LEG-1': advice(
    "The blueprint's secret was sent in step 2, or T1 in step 1.",
    'Step 1 carries the credential of the blueprint, step 2 carries T1 and nothing else.',
  ),
  'CACHE-1': advice(
    'The cache key of T1 leaves out the agent identity, so that the second agent gets the T1 of the first.',
    'Put tenant, blueprint, agent identity and credential into the key.',
  ),
  'CACHE-4': advice('Every call asks for new tokens.', 'Keep a token until shortly before exp.'),
  'EXP-1': advice(
    'The cache serves a token that has expired, or is about to.',
    'Renew some minutes before exp.',
  ),
  'CONC-1': advice(
    'Callers that arrive together each send a request.',
    'Let them wait for the request that is under way.',
  ),
  'RETRY-1': advice(
    'A 4xx was retried. The answer will not change, and repeated failures get throttled.',
    'Retry 429, 5xx and missing answers only.',
  ),
  'RETRY-2': advice(
    'The wait after 429 is kept for the whole client.',
    'Keep it for each agent identity.',
  ),
  'RETRY-3': advice(
    'Retry-After was ignored or read in one of its two forms only.',
    'Read seconds and HTTP dates, and send nothing before.',
  ),
  'RESP-1': advice(
    'An answer without access_token was taken for success.',
    'Check status, JSON, access_token and token_type.',
  ),
  'INPUT-1': advice(
    'An empty id was sent on as fmi_path.',
    'Refuse blank ids, and the text "undefined", before anything is sent.',
  ),
  'ID-1': advice(
    'The token was handed out without a look at azp or appid.',
    'Compare it with the agent identity that was asked for.',
  ),
  'ERR-1': advice(
    'The error was shortened to its text.',
    'Keep error, error_codes and correlation_id; support asks for them.',
  ),
  'LOG-1': advice(
    'A request, or an answer, was logged as a whole.',
    'Mask every parameter that is not known to be harmless.',
  ),
  'FIC-1': advice(
    'The assertion file was read once, at start.',
    'Read it for every request: it is replaced while the process runs.',
  ),
  'MI-1': advice(
    'The managed identity endpoint is asked for every token.',
    'Ask it when a new T1 is needed; it is rate limited.',
  ),
}
