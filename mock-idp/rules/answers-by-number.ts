import type { OAuthError } from './rule.ts'

/** What an answer says beside its AADSTS number. */
export type NumberedAnswer = {
  readonly error: OAuthError
  /** Public captures of this number carry an `error_uri`. */
  readonly hasErrorPage?: true
}

/** What Entra says with each number. */
export const answersByNumber = {
  50027: { error: 'invalid_request', hasErrorPage: true },
  50048: { error: 'invalid_client' },
  50049: { error: 'invalid_instance', hasErrorPage: true },
  50000: { error: 'server_error' },
  50034: { error: 'invalid_grant' },
  50057: { error: 'invalid_grant' },
  50059: { error: 'invalid_request' },
  65001: { error: 'invalid_grant' },
  70003: { error: 'unsupported_grant_type' },
  70011: { error: 'invalid_scope' },
  70025: { error: 'invalid_client' },
  70066: { error: 'invalid_request' },
  82001: { error: 'unauthorized_client' },
  82008: { error: 'invalid_request' },
  90002: { error: 'invalid_request', hasErrorPage: true },
  90009: { error: 'invalid_request' },
  90013: { error: 'unauthorized_client' },
  90014: { error: 'invalid_request', hasErrorPage: true },
  90023: { error: 'invalid_request' },
  500011: { error: 'invalid_resource', hasErrorPage: true },
  500014: { error: 'invalid_resource' },
  501051: { error: 'invalid_grant' },
  501661: { error: 'invalid_request' },
  700016: { error: 'unauthorized_client', hasErrorPage: true },
  700021: { error: 'invalid_client', hasErrorPage: true },
  700022: { error: 'invalid_grant' },
  700023: { error: 'invalid_client' },
  700024: { error: 'invalid_client', hasErrorPage: true },
  700027: { error: 'invalid_client' },
  700038: { error: 'unauthorized_client' },
  700211: { error: 'invalid_client' },
  700212: { error: 'invalid_client' },
  700213: { error: 'invalid_client' },
  700226: { error: 'invalid_client' },
  700229: { error: 'invalid_client' },
  700231: { error: 'invalid_client' },
  900023: { error: 'invalid_request', hasErrorPage: true },
  900144: { error: 'invalid_request', hasErrorPage: true },
  900561: { error: 'invalid_request' },
  1000502: { error: 'invalid_client' },
  1002012: { error: 'invalid_scope' },
  5002723: { error: 'invalid_client', hasErrorPage: true },
  5002726: { error: 'invalid_request' },
  5002727: { error: 'invalid_request' },
  5002738: { error: 'invalid_client', hasErrorPage: true },
  7000112: { error: 'unauthorized_client' },
  7000215: { error: 'invalid_client', hasErrorPage: true },
  7000216: { error: 'invalid_client', hasErrorPage: true },
  7000222: { error: 'invalid_client' },
  7000229: { error: 'invalid_client' },
  7000272: { error: 'invalid_client', hasErrorPage: true },
  7000274: { error: 'invalid_client' },
  7002111: { error: 'invalid_client' },
  7002121: { error: 'invalid_client' },
  7002131: { error: 'invalid_client' },
  7002137: { error: 'invalid_client' },
  7002138: { error: 'invalid_client' },
  9000411: { error: 'invalid_request' },
  9002313: { error: 'invalid_request', hasErrorPage: true },
  9002324: { error: 'invalid_request' },
} as const satisfies Readonly<Record<number, NumberedAnswer>>

export type Aadsts = keyof typeof answersByNumber
