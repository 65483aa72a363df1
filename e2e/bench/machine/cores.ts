/** Pins servers and load to cores of their own, where the machine allows it (`taskset`, util-linux). */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

type Command = readonly [string, ...string[]]
type Side = 'server' | 'load'
const CORES: Readonly<Record<Side, string>> = { server: '0', load: '1' }

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' }).status === 0

export const arePinned = (): boolean => canPin

export const onCore = (side: Side, command: Command): Command =>
  canPin ? ['taskset', '-c', CORES[side], ...command] : command
