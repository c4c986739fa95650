import type { Address, Routes } from '../route.ts'

/** Targets and where they are led, for the proxy and the preload, which decide the same. */
export const routeCases: readonly (readonly [string, number, keyof Routes | 'refused'])[] = [
  ['login.microsoftonline.com', 443, 'authority'],
  ['LOGIN.microsoftonline.com', 443, 'authority'],
  ['login.microsoftonline.com.', 443, 'authority'],
  ['graph.microsoft.com', 443, 'authority'],
  ['westus2.login.microsoft.com', 443, 'authority'],
  ['login.microsoftonline.com', 80, 'refused'],
  ['login.microsoftonline.com', 8443, 'refused'],
  ['a.b.login.microsoft.com', 443, 'refused'],
  ['login.microsoftonline.com.example.org', 443, 'refused'],
  ['xlogin.microsoftonline.com', 443, 'refused'],
  ['example.com', 443, 'refused'],
  ['localhost.example.org', 443, 'refused'],
  ['127.0.0.1.example.org', 443, 'refused'],
  ['10.0.0.1', 443, 'refused'],
  ['::2', 443, 'refused'],
  ['2001:db8::127.0.0.1', 443, 'refused'],
  ['169.254.169.254', 80, 'managedIdentity'],
  ['169.254.169.254', 8080, 'refused'],
]

export function routesTo(authority: Address, managedIdentity: Address): Routes {
  const hosts = ['login.microsoftonline.com', '*.login.microsoft.com', 'graph.microsoft.com']
  return { hosts, authority, managedIdentity }
}
