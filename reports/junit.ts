import xmlbuilder from 'xmlbuilder'
import { printableData } from '../wire/printable.ts'
import type { CheckReport, ConformanceReport, Story, SubjectReport } from './report.ts'
import { storyText } from './story-text.ts'

type Case = { readonly check: CheckReport; readonly story: Story }
type Suite = { readonly name: string; readonly cases: readonly Case[] }

/** Formats a report as JUnit XML for CI servers: a suite for each subject and feature, a case for each story. */
export function junitXml(given: ConformanceReport): string {
  const report = printableData(given)
  const suites = report.subjects.flatMap(suitesOf)
  const root = xmlbuilder.create('testsuites', {
    encoding: 'UTF-8',
    invalidCharReplacement: '\uFFFD',
  })
  root.att('name', report.tool.name)
  addCounts(
    root,
    suites.flatMap(({ cases }) => cases),
  )
  for (const { name, cases } of suites) {
    const suite = root.ele('testsuite', { name, timestamp: report.startedAt })
    addCounts(suite, cases)
    for (const one of cases) addCase(suite, name, one)
  }
  return `${root.end({ pretty: true })}\n`
}

function suitesOf(subject: SubjectReport): readonly Suite[] {
  const cases = subject.checks.flatMap((check) =>
    (check.stories.length > 0 ? check.stories : [untold(check)]).map((story) => ({ check, story })),
  )
  const subjectName = [subject.name, subject.version].filter((part) => part).join(' ')
  return [...new Set(cases.map(({ story }) => story.feature))].map((feature) => ({
    name: `${subjectName}: ${feature}`,
    cases: cases.filter(({ story }) => story.feature === feature),
  }))
}

/** Adds a case for each rule without a scenario, so that the counts include it. */
function untold({ title, status, reason }: CheckReport): Story {
  return {
    title,
    feature: 'Rules without a scenario',
    file: '',
    line: 0,
    status,
    reason,
    seconds: 0,
    steps: [],
    findings: [],
    requests: [],
    names: {},
  }
}

function addCounts(to: xmlbuilder.XMLElement, cases: readonly Case[]): void {
  const count = (...statuses: readonly string[]) =>
    cases.filter(({ story }) => statuses.includes(story.status)).length
  to.att('tests', cases.length)
  to.att('failures', count('failed'))
  to.att('errors', count('error'))
  to.att('skipped', count('skipped', 'expected failure', 'observed'))
  to.att('time', cases.reduce((sum, { story }) => sum + story.seconds, 0).toFixed(3))
}

function addCase(suite: xmlbuilder.XMLElement, classname: string, { check, story }: Case): void {
  const element = suite.ele('testcase', {
    name: `${check.id} ${story.title}`,
    classname,
    time: story.seconds.toFixed(3),
  })
  if (story.file !== '') element.att('file', story.file).att('line', story.line)
  const { status } = story
  const [summary, details] = storyText(check, story)
  if (status === 'failed') element.ele('failure', { message: summary, type: check.id }, details)
  if (status === 'error') element.ele('error', { message: summary, type: check.id }, details)
  if (status === 'skipped') element.ele('skipped', { message: summary })
  if (status === 'expected failure') {
    element.ele('skipped', { message: `expected failure: ${summary}` })
  }
  if (status === 'observed') element.ele('skipped', { message: `observed: ${summary}` })
  if (status === 'warning' || status === 'noted' || status === 'observed') {
    element.ele('system-out', {}, `${status}: ${details}`)
  }
}
