import { nobody } from '../token-kinds.ts'

/** The value in another JSON type. */
export function mistyped(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.join(' ')
  if (typeof value !== 'string') return undefined
  const number = Number(value)
  return Number.isNaN(number) ? [value] : number
}

const wrongValues: Readonly<Record<string, unknown>> = {
  idtyp: 'user',
  roles: ['Directory.ReadWrite.All'],
  wids: ['62e90394-69f5-4237-9190-012177145e10'],
  app_displayname: 'Nobody',
  tenant_region_scope: 'XX',
  xms_ficinfo: 'CAAQABgAIAAoATAA',
  xms_act_fct: '3 9 13',
  xms_sub_fct: '3 9 13',
  xms_idrel: '1 4',
  xms_tnt_fct: '5 4',
}

/** A value of the right type that is not the right one. */
export function wrong(claim: string, value: unknown): unknown {
  if (typeof value === 'number') return value + 600
  if (claim in wrongValues) return wrongValues[claim]
  if (claim === 'ver') return value === '1.0' ? '2.0' : '1.0'
  if (claim.endsWith('acr')) return value === '1' ? '2' : '1'
  if (claim === 'sub') return `${String(value).slice(0, -1)}x`
  return String(value).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|graph\.microsoft/, nobody)
}
