/** `sub` of T1: `/eid1/c/pub/t/{tenant}/a/{blueprint}/{fmi_path}`, ids as the bytes of .NET's `Guid`. */
export function agentSubject(tenantId: string, blueprintId: string, fmiPath: string): string {
  return `/eid1/c/pub/t/${guidText(tenantId)}/a/${guidText(blueprintId)}/${fmiPath}`
}

function guidText(guid: string): string {
  const [a = '', b = '', c = '', ...rest] = guid.split('-')
  const littleEndian = [a, b, c].map((group) => Buffer.from(group, 'hex').reverse())
  return Buffer.concat([...littleEndian, Buffer.from(rest.join(''), 'hex')]).toString('base64url')
}
