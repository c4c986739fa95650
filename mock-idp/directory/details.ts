/** Properties that only the directory keeps and shows; no token depends on them. By their names in Microsoft Graph. */
export type Details = Readonly<Record<string, unknown>>

/** Who answers for an object, and who made it. The ids are object ids. */
export type Responsible = {
  readonly owners: readonly string[]
  readonly sponsors: readonly string[]
  readonly createdBy: Creator | undefined
}

/** The application through which an object was made, and whether a user took part. */
export type Creator = { readonly appId: string; readonly withUser: boolean }

/** For an object without owners and sponsors. Shared, because directories can be large. */
export const nobody: Responsible = { owners: [], sponsors: [], createdBy: undefined }

export const noDetails: Details = {}
