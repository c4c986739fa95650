const repositoryFile = /^([\w.-]+\/[\w.-]+) ([\w./-]+\.\w+)$/
const rfcSection = /^RFC (\d+)(?: section ([\d.]*\d))?$/
const bareAddress = /^(?:github\.com|learn\.microsoft\.com)\/[\w./#?=&%-]+$/

/** The URL of a source of evidence, if its text names one: a URL, a GitHub path, an RFC. */
export function sourceLink(source: string): string | undefined {
  if (/^https:\/\/\S+$/.test(source) && URL.canParse(source)) return source
  if (bareAddress.test(source)) return `https://${source}`
  const [, rfc, section] = rfcSection.exec(source) ?? []
  if (rfc !== undefined) {
    const anchor = section === undefined ? '' : `#section-${section}`
    return `https://www.rfc-editor.org/rfc/rfc${rfc}${anchor}`
  }
  const [, repository, path] = repositoryFile.exec(source) ?? []
  return repository === undefined ? undefined : `https://github.com/${repository}/blob/HEAD/${path}`
}
