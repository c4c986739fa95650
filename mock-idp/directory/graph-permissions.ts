import published from './published-permissions.json' with { type: 'json' }

/** A permission of Microsoft Graph: its name, its id as a scope, its id as a role, and who consents to the scope. */
export type GraphPermission = {
  readonly name: string
  readonly scopeId: string | undefined
  readonly roleId: string | undefined
  readonly type: 'Admin' | 'User'
}

/** Those of Agent ID: the Microsoft Graph beta overview page, which the published list leaves out. */
const ofAgents: readonly (readonly [name: string, scopeId: string, roleId: string])[] = [
  [
    'AgentIdentity.Read.All',
    '5e850691-d86a-4b24-bfa6-8a52fb37a0c1',
    'b2b8f011-2898-4234-9092-5059f6c1ebfa',
  ],
  [
    'AgentIdentity.ReadWrite.All',
    '4a4facd5-0ee1-49b7-a5b2-fdcc2491685e',
    'dcf7150a-88d4-4fe6-9be1-c2744c455397',
  ],
  [
    'AgentIdentity.DeleteRestore.All',
    'c8ee41e5-35e7-4fe9-8ecb-93493adcac5b',
    '5b016f9b-18eb-41d4-869a-66931914d1c8',
  ],
  [
    'AgentIdentity.CreateAsManager',
    'ccf6a395-80ad-41b3-ba11-27d4930eb7d0',
    '4c390976-b2b7-42e0-9187-c6be3bead001',
  ],
  [
    'AgentIdentity.Create.All',
    'e75eeac6-d759-4ba3-ae5c-773a27efafba',
    'ad25cc1d-84d8-47df-a08e-b34c2e800819',
  ],
  [
    'AgentIdentity.EnableDisable.All',
    'a501206a-e364-4a3f-be6e-765806d0e323',
    '69ee0943-4fa4-4ec8-8e52-d12e4ea661a3',
  ],
  [
    'AgentIdentityBlueprint.Read.All',
    '26512dc8-1364-4e9f-867c-6d8b22a9e162',
    '7547a7d1-36fa-4479-9c31-559a600eaa4f',
  ],
  [
    'AgentIdentityBlueprint.ReadWrite.All',
    '4fd490fc-1467-48eb-8a4c-421597ab0402',
    '7fddd33b-d884-4ec0-8696-72cff90ff825',
  ],
  [
    'AgentIdentityBlueprint.DeleteRestore.All',
    'f12ba1f6-afb7-4685-9a30-21e8c3f551d8',
    '3f80b699-6405-4e36-a4df-4f19950ff91e',
  ],
  [
    'AgentIdentityBlueprint.AddRemoveCreds.All',
    '75b5feb2-bfe7-423f-907d-cc505186f246',
    '0510736e-bdfb-4b37-9a1f-89b4a074763a',
  ],
  [
    'AgentIdentityBlueprint.UpdateBranding.All',
    '60960e31-67cb-4d25-9d36-4922109923a2',
    '76232daa-a1e4-4544-b664-495a006513bf',
  ],
  [
    'AgentIdentityBlueprint.Create',
    '8fc15edd-ba24-494e-9bf6-d38e1b7ba8fd',
    'ea4b2453-ad2d-4d94-9155-10d5d9493ce9',
  ],
  [
    'AgentIdentityBlueprintPrincipal.Read.All',
    '88c856a2-de61-4632-b2d4-ac503cbc8dd2',
    '9361dea9-4524-493d-941d-f1b65aaf6c7c',
  ],
  [
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
    'bf2cad6a-9082-438a-9a63-95fa2687af65',
    '3bc933bc-8b4d-4cb6-ac49-b73774299250',
  ],
  [
    'AgentIdentityBlueprintPrincipal.DeleteRestore.All',
    '2c70023e-a482-4af2-9ff1-51ded53e6bad',
    'f86a2dd8-9298-4675-bd78-f5a3572da2d7',
  ],
  [
    'AgentIdentityBlueprintPrincipal.Create',
    '00dcd896-6b23-42ce-b5de-c58493c05e22',
    '8959696d-d07e-4916-9b1e-3ba9ce459161',
  ],
  [
    'AgentIdentityBlueprintPrincipal.EnableDisable.All',
    'e7475e0a-9f02-43e2-a250-5c2ea74ccd0e',
    'a0bdd23d-8b19-4682-b428-574d96527c6f',
  ],
  [
    'AgentIdUser.ReadWrite.All',
    'ad57fb88-4658-4fd6-ab7d-e43184b08e4e',
    'b782c9ad-6f2b-4894-a21b-72bf22417f0a',
  ],
  [
    'AgentIdUser.ReadWrite.IdentityParentedBy',
    '52a417d9-0b3c-4466-9a3b-66960de73d74',
    '4aa6e624-eee0-40ab-bdd8-f9639038a614',
  ],
]

let all: readonly GraphPermission[] | undefined

/** All that Microsoft publishes. */
export function graphPermissions(): readonly GraphPermission[] {
  all ??= [
    ...ofAgents.map(([name, scopeId, roleId]) => ({
      name,
      scopeId,
      roleId,
      type: 'Admin' as const,
    })),
    // Written by `npm run generate -- permissions-descriptions.json`.
    ...published.map(({ name, scopeId, roleId, isAdmin }) => ({
      name,
      scopeId: scopeId ?? undefined,
      roleId: roleId ?? undefined,
      type: isAdmin ? ('Admin' as const) : ('User' as const),
    })),
  ]
  return all
}
