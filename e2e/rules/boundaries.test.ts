/** Plants one violation per lint rule of ours and one lawful import per layer, and asks the linter. Knows the rules only by their reasons. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LAWFUL, PLANTED, type Planted } from './planted.ts'

const ROOT = join(import.meta.dirname, '../..')

type Finding = { readonly filename: string; readonly code: string; readonly message: string; readonly help?: string }
let folder = ''
let findings: readonly Finding[] = []

/** Every plant gets a name of its own, so that one run of the linter answers for all of them. */
const nameOf = (plant: Planted, index: number): string => plant.file.replace('plant', `plant-${index}`)

const plant = async (file: string, code: string): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), `${code}\n`)
}

/** The linter leaves with 1 when it finds something: that is what it is here for. */
const lint = async (): Promise<readonly Finding[]> => {
  const bin = join(ROOT, 'node_modules/oxlint/bin/oxlint')
  const run = promisify(execFile)(process.execPath, [bin, '--format', 'json'], { cwd: folder, maxBuffer: 2 ** 26 })
  const { stdout } = await run.catch((failure: { stdout: string }) => failure)
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weef-rules-'))
  await cp(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [index, planted] of PLANTED.entries()) await plant(nameOf(planted, index), planted.code)
  for (const { file, code } of LAWFUL) await plant(file, code)
  findings = await lint()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Everything that a lint rule says about one file. */
const saidOf = (file: string): readonly Finding[] => findings.filter(({ filename }) => filename === file)
const inOneLine = ({ file, code }: { readonly file: string; readonly code: string }): string =>
  `${file}: ${code.split('\n', 1).join('')}`

test('every planted violation is refused with the reason that a person gets to read', () => {
  const missed = PLANTED.filter((planted, index) => {
    const said = saidOf(nameOf(planted, index)).map(({ code, message, help }) => [code, message, help].join(' '))
    return !said.join('\n').includes(planted.reason)
  })
  expect(missed.map((planted) => `${inOneLine(planted)}, not refused with “${planted.reason}”`)).toEqual([])
})

test('every layer may import what it stands on', () => {
  const refused = LAWFUL.flatMap((lawful) =>
    saidOf(lawful.file).map(({ message, help }) => `${inOneLine(lawful)} · ${message} ${help ?? ''}`),
  )
  expect(refused).toEqual([])
})

test('there is much that is planted', () => {
  expect([PLANTED.length > 50, LAWFUL.length > 15]).toEqual([true, true])
})
