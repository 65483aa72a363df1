/** Tells the other pages of this device something: a channel reaches its own origin alone. */
export const tellPages = (channel: Pick<BroadcastChannel, 'postMessage'> | null, message: string): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes none
  channel?.postMessage(message)
}
