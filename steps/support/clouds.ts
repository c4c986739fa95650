import type { TenantDescription } from '../../mock-idp/index.ts'

type Cloud = NonNullable<TenantDescription['cloud']>

export function parseCloud(text: string): Cloud {
  if (text === 'US Government') return 'usGovernment'
  return text === 'China' ? 'china' : 'public'
}
