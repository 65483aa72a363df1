/** The relay's address: its WebSocket URL, and the origin that a hello is signed for. */
export type RelayAddress = { readonly url: string; readonly origin: string }
