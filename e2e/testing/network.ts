/** Connections between devices and the relay that deliver a message, or break, only when told to. */
import type { NetworkSocket } from '#sync/environment.ts'
import type { Relay, RelayConnection } from '#relay/relay/relay.ts'

export type ToDevice = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly close: number }
export type Wire = {
  readonly device: string
  /** Messages in transit. */
  pending(): number
  /** Delivers the next message in one direction; each direction keeps its own order. */
  deliver(direction: 'up' | 'down'): void
  ways(): readonly ('up' | 'down')[]
  /** A relay that lies: changes messages in transit to the device. Returns whether it did. */
  tamper(change: (messages: readonly ToDevice[]) => readonly ToDevice[]): boolean
  /** Removes the first such message in transit to the relay, if there is one. */
  swallow(isWanted: (message: Uint8Array) => boolean): boolean
  /** Both ends lose it; messages in transit are lost. */
  reset(): void
}

export type Network = {
  openSocket(device: string): NetworkSocket
  wires(): readonly Wire[]
  /** Offline devices: their sockets end at once. */
  setOffline(device: string, offline: boolean): void
  isOffline(device: string): boolean
  /** Grows whenever anything was sent or delivered. */
  activity(): number
}

/** The close code without a close frame (RFC 6455 §7.1.5). */
const LOST = 1006

export const createNetwork = (relay: (device: string) => Relay): Network => {
  let wires: Wire[] = []
  let activity = 0
  const offline = new Set<string>()

  const openSocket = (device: string): NetworkSocket => {
    const up: Uint8Array<ArrayBuffer>[] = []
    let down: readonly ToDevice[] = []
    let open = true
    const socket: NetworkSocket = {
      binaryType: 'arraybuffer',
      onmessage: null,
      onclose: null,
      onerror: null,
      send(data) {
        activity += 1
        if (open && data instanceof Uint8Array) up.push(data.slice() as Uint8Array<ArrayBuffer>)
      },
      close: () => end(),
    }
    const tellClosed = (code: number): void => {
      socket.onclose?.call(socket as WebSocket, { code, reason: '' } as CloseEvent)
    }
    let connection: RelayConnection | null = null
    const end = (): void => {
      if (!open) return
      open = false
      activity += 1
      wires = wires.filter((each) => each !== wire)
      connection?.closed()
    }
    const wire: Wire = {
      device,
      pending: () => up.length + down.length,
      ways: () => [...(up.length > 0 ? (['up'] as const) : []), ...(down.length > 0 ? (['down'] as const) : [])],
      deliver(direction) {
        activity += 1
        if (direction === 'up') {
          const bytes = up.shift()
          if (bytes !== undefined) connection?.receive(bytes)
          return
        }
        const [message] = down
        down = down.slice(1)
        if (message === undefined) return
        if ('bytes' in message)
          socket.onmessage?.call(socket as WebSocket, { data: new Uint8Array(message.bytes).buffer } as MessageEvent)
        else {
          end()
          tellClosed(message.close)
        }
      },
      tamper(change) {
        const before = down
        down = change(down)
        return down !== before
      },
      swallow(isWanted) {
        const at = up.findIndex(isWanted)
        if (at >= 0) up.splice(at, 1)
        return at >= 0
      },
      reset() {
        end()
        tellClosed(LOST)
      },
    }
    if (offline.has(device)) {
      open = false
      queueMicrotask(() => tellClosed(LOST))
      return socket
    }
    wires.push(wire)
    connection = relay(device).connect(
      (bytes) => {
        activity += 1
        if (open) down = [...down, { bytes: bytes.slice() }]
      },
      (code) => {
        activity += 1
        if (open) down = [...down, { close: code }]
      },
      () => 0,
      device,
    )
    return socket
  }
  return {
    openSocket,
    wires: () => wires,
    setOffline(device, value) {
      if (value) offline.add(device)
      else offline.delete(device)
      if (value) for (const wire of wires.filter((each) => each.device === device)) wire.reset()
    },
    isOffline: (device) => offline.has(device),
    activity: () => activity,
  }
}
