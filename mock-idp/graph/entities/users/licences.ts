import { z } from 'zod'
import { userOf } from '../../call/named-objects.ts'
import { type Operation, post } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { readProperties } from '../../write/read-properties.ts'
import { showUser, writingOfUser } from './users.ts'

const licenceId = z.guid().toLowerCase()
const licenceChange = z.object({
  addLicenses: z.array(
    z.object({ skuId: licenceId, disabledPlans: z.array(licenceId).default([]) }),
  ),
  removeLicenses: z.array(licenceId),
})

/** `assignLicense`: kept with the user. The mock sells no licences, so that any number of any kind is there. */
export const licenceOperations: readonly Operation[] = [
  post('users/{id}/assignLicense', (call) => {
    authorize(call, writingOfUser(call))
    const user = userOf(call)
    const { addLicenses, removeLicenses } = readProperties(call, licenceChange, 'AssignLicense')
    const licences = new Map(
      licencesOf(user.details.assignedLicenses).map((one) => [one.skuId, one]),
    )
    for (const skuId of removeLicenses) licences.delete(skuId)
    for (const one of addLicenses) licences.set(one.skuId, one)
    const assignedLicenses = [...licences.values()]
    const after = { ...user, details: { ...user.details, assignedLicenses } }
    call.commit([{ collection: 'users', key: user.id, value: after }])
    return showUser(call, after)
  }),
]

type Licence = { readonly skuId: string }

function licencesOf(assigned: unknown): readonly Licence[] {
  return Array.isArray(assigned) ? assigned : []
}
