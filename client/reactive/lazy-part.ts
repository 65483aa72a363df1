/** A part of the app that is fetched when first shown. One that cannot be had is told apart from one that breaks: it may come later. */
import { type Component, lazy } from 'solid-js'

/** It was not there: no connection, or a newer release has taken its place. */
export class NotFetched extends Error {}

const asNotFetched = (cause: unknown): never => {
  throw new NotFetched('A part of the app could not be fetched.', { cause })
}

/** Rejects with `NotFetched` alone. */
export const fetched = <Value>(loading: Promise<Value>): Promise<Value> => loading.catch(asNotFetched)

/** It is asked for anew whenever it is shown, until it is here. */
export const lazyPart = <Props extends object>(load: () => Promise<Component<Props>>) =>
  lazy<Component<Props>>(async () => ({ default: await fetched(load()) }))
