/** The members that are there: an option left out must stay left out. */
export function pick<Value extends object, Name extends keyof Value>(
  value: Value,
  names: readonly Name[],
): Pick<Value, Name> {
  const present = names.filter((name) => value[name] !== undefined)
  return Object.fromEntries(present.map((name) => [name, value[name]])) as Pick<Value, Name>
}
