/** Where the relay is: its WebSocket's address, and the origin that a hello is good for. */
export type RelayAddress = { readonly url: string; readonly origin: string }
