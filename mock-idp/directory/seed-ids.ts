/** The fixed ids of the seeded directory, so that every example can be pasted. */
export const seedIds = {
  contoso: '10000000-c0de-4a11-8000-000000000001',
  fabrikam: '10000000-c0de-4a11-8000-000000000002',
  concierge: '20000000-c0de-4a11-8000-000000000001',
  conciergePrincipal: '21000000-c0de-4a11-8000-000000000001',
  conciergeAtFabrikam: '21000000-c0de-4a11-8000-000000000003',
  courier: '20000000-c0de-4a11-8000-000000000002',
  courierPrincipal: '21000000-c0de-4a11-8000-000000000002',
  booking: '30000000-c0de-4a11-8000-000000000001',
  billing: '30000000-c0de-4a11-8000-000000000002',
  parcel: '30000000-c0de-4a11-8000-000000000003',
  outpost: '30000000-c0de-4a11-8000-000000000004',
  managedIdentity: '40000000-c0de-4a11-8000-000000000001',
  managedIdentityPrincipal: '41000000-c0de-4a11-8000-000000000001',
  ordersApi: '50000000-c0de-4a11-8000-000000000001',
  ledgerApi: '50000000-c0de-4a11-8000-000000000002',
  intranet: '60000000-c0de-4a11-8000-000000000001',
  intranetPrincipal: '61000000-c0de-4a11-8000-000000000001',
  provisioner: '60000000-c0de-4a11-8000-000000000002',
  provisionerPrincipal: '61000000-c0de-4a11-8000-000000000002',
  kiosk: '60000000-c0de-4a11-8000-000000000005',
  kioskPrincipal: '61000000-c0de-4a11-8000-000000000005',
  administrator: '70000000-c0de-4a11-8000-000000000001',
  bea: '70000000-c0de-4a11-8000-000000000002',
  carlos: '70000000-c0de-4a11-8000-000000000003',
  bookingUser: '72000000-c0de-4a11-8000-000000000001',
  dana: '70000000-c0de-4a11-8000-000000000004',
  eli: '70000000-c0de-4a11-8000-000000000005',
  fay: '70000000-c0de-4a11-8000-000000000006',
  agentOwners: '71000000-c0de-4a11-8000-000000000001',
  desk: '60000000-c0de-4a11-8000-000000000004',
  deskPrincipal: '61000000-c0de-4a11-8000-000000000004',
} as const

/** Which of the ids a tenant like Contoso has. A sandbox has the same objects under ids of its own. */
export type ContosoIds = Readonly<
  Record<
    Exclude<
      keyof typeof seedIds,
      'fabrikam' | 'conciergeAtFabrikam' | 'outpost' | 'dana' | 'eli' | 'fay'
    >,
    string
  >
>

/** Made up, and published: they open nothing but the mock. */
export const seedSecrets = {
  concierge: 'concierge-secret-for-tests-only',
  courier: 'courier-secret-for-tests-only',
  intranet: 'intranet-secret-for-tests-only',
  provisioner: 'provisioner-secret-for-tests-only',
  identityHeader: 'contoso-identity-header',
} as const
