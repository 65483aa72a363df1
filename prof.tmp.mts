import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { createPlanDoc } from './client/domain/document/plan-doc.ts'
import { readPlan } from './client/domain/document/read-plan.ts'
import { allOf } from './client/domain/document/changes.ts'
import { reducePlan } from './client/domain/document/reduce-plan.ts'
import { goalsOf } from './client/domain/goals/goals.ts'
import { checkInsOf } from './client/domain/wheel/check-ins.ts'
const bytes = new Uint8Array(readFileSync('/tmp/five.bin'))
const doc = createPlanDoc(5); Y.applyUpdate(doc, bytes)
const time = (n: string, f: () => any) => { const t = process.cpuUsage(); const w = performance.now(); const r = f(); const u = process.cpuUsage(t); console.log(n, 'cpu', ((u.user + u.system) / 1000).toFixed(1), 'wall', (performance.now() - w).toFixed(1)); return r }
const plan = time('readPlan', () => readPlan(doc))
time('goals', () => goalsOf(plan))
time('checkIns', () => checkInsOf(plan))
