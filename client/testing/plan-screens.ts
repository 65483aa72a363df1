/** The screens of a plan as the routes have them: a new screen is met by every test that goes through all of them. */
import type { RouteDefinition } from '@solidjs/router'
import { children, createRoot } from 'solid-js'
import { Routes } from '#app/routes.tsx'
import { readConversations } from '#domain/conversations/conversations.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readGoals } from '#domain/goals/goals.ts'

/** A screen of one thing shows the plan's first. A new kind of thing fails here until it is added. */
const FIRST: Readonly<Record<string, (doc: PlanDoc) => string | undefined>> = {
  goal: (doc) => readGoals(doc)[0]?.id,
  conversation: (doc) => readConversations(doc)[0]?.id,
}

/** Paths below the plan's own: `/` and `/goals/:goal`. */
const readRoutes = (): readonly string[] =>
  createRoot((dispose) => {
    const all = children(Routes).toArray() as unknown as readonly RouteDefinition[]
    const plan = all.find(({ path }) => path === '/plan/:id')
    const paths = [plan?.children ?? []].flat().map(({ path }) => String(path))
    dispose()
    return paths
  })

/** Paths to append to a plan's path. */
export const planScreens = (doc: PlanDoc): readonly string[] =>
  readRoutes().map((path) =>
    path.replaceAll(/:(\w+)/g, (_, name: string) => {
      const id = FIRST[name]?.(doc)
      if (id === undefined) throw new Error(`Which ${name} to show at ${path}?`)
      return id
    }),
  )
