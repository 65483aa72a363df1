/**
 * The minimal server, as a lower bound: forwards every message of a room to the others. It stores, checks and parses
 * nothing.
 */
import { type WebSocket, WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1', perMessageDeflate: false })
const rooms = new Map<string, Set<WebSocket>>()

server.on('connection', (socket, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
  socket.on('error', () => {})
})
server.on('listening', () => console.log('listening'))
