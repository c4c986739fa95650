import { type Capabilities, capabilities as schema } from './capabilities.ts'

const known = Object.keys(schema.shape)

/** What a client declares and no scenario of this version judges. Nobody must take it for passed. */
export function declaredNotJudged(declared: Capabilities): readonly string[] {
  const { redirect, schemes } = declared
  const [used] = redirect
  return [
    ...redirect
      .filter((way) => way !== used)
      .map((way) => `the redirect ${way}: this run uses ${used}`),
    ...schemes
      .filter((scheme) => scheme === 'http' && used !== 'metadata' && schemes.includes('https'))
      .map((scheme) => `the scheme ${scheme}: this run uses https`),
    ...Object.keys(declared)
      .filter((member) => !known.includes(member))
      .map((member) => `${JSON.stringify(member)}: this version does not know this capability`),
  ]
}
