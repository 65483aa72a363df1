import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { which } from '../../.ci/system-package.ts'
import { makeFolder } from '../testing/folder.ts'
import { securityHeaders } from '../http/headers.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const UNITS = ['weef.service', 'weef-backup.service', 'weef-backup.timer']
/** Of 10, by systemd's own exposure score; what remains is the network, and V8's just-in-time compiler. */
const MOST_EXPOSED = 2

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const valuesOf = (unit: string, key: string): readonly string[] =>
  read(unit)
    .split('\n')
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1))

test('a relay runs as its own user, may write only where its data is, and has time to stop', () => {
  for (const unit of ['weef.service', 'weef-backup.service']) {
    expect(valuesOf(unit, 'User')).toEqual(['weef'])
    expect(valuesOf(unit, 'ProtectSystem')).toEqual(['strict'])
    expect(valuesOf(unit, 'NoNewPrivileges')).toEqual(['yes'])
    expect(valuesOf(unit, 'EnvironmentFile')).toEqual(['/etc/weef.env'])
    expect(valuesOf(unit, 'StateDirectory')[0]?.split(' ')[0]).toBe('weef')
  }
  expect(read('weef.env')).toContain('\nDATA_DIR=/var/lib/weef\n')
  const limit = /STOP_LIMIT_MS = ([\d_]+)/.exec(
    readFileSync(join(ROOT, 'sync-server/process/stopping.ts'), 'utf8'),
  )?.[1]
  expect(Number(valuesOf('weef.service', 'TimeoutStopSec')[0]) * 1000).toBeGreaterThan(Number(limit?.replace('_', '')))
})

test('the files that the units start exist; systemd finds no fault with the units', () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const paths = UNITS.map((name) => {
    const path = join(folder.path, name)
    writeFileSync(
      path,
      read(name).replace('/opt/weef/node_modules/.bin/node', process.execPath).replaceAll('/opt/weef', ROOT),
    )
    return path
  })
  for (const name of ['sync-server/main.ts', 'sync-server/admin/main.ts'])
    expect([read('weef.service'), read('weef-backup.service')].join()).toContain(name)
  if (which('systemd-analyze') === null) {
    process.stderr.write('There is no systemd here: its units are not checked by it.\n')
    return
  }
  const verified = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' })
  expect(verified.stderr.split('\n').filter((line) => line.includes('weef'))).toEqual([])
  for (const path of paths.slice(0, 2)) {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', path], {
      encoding: 'utf8',
    })
    expect(Number(/Overall exposure level for .+: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThanOrEqual(MOST_EXPOSED)
  }
})

test("weef-admin takes the service's settings, and file names relative to the caller's folder", () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const [script, env] = [join(folder.path, 'weef-admin'), join(folder.path, 'weef.env')]
  writeFileSync(env, 'PUBLIC_ORIGIN=https://weef.example.org\nDATA_DIR=/nowhere\n')
  const text = read('weef-admin').replaceAll('/opt/weef', ROOT).replaceAll('/etc/weef.env', env)
  writeFileSync(script, text.replace('node_modules/.bin/node', process.execPath))
  const ask = (...args: readonly string[]) => spawnSync('sh', [script, ...args], { cwd: folder.path, encoding: 'utf8' })
  expect(ask('workspaces')).toMatchObject({ status: 1, stderr: 'There is no /nowhere/weef.sqlite.\n' })
  expect(ask('verify', 'copy.sqlite').stderr).toMatch(/There is no \/.+\/weef-\w+\/copy\.sqlite\.\n$/)
})

test('the headers for an app that is served elsewhere are those that a relay sends with its own', () => {
  const file = read('Caddyfile-app')
  const headers = securityHeaders('https://app.example.org', 'wss://relay.example.org/relay')
  for (const [name, value] of Object.entries(headers)) expect(file).toContain(`\t\t${name} "${value}"\n`)
})
