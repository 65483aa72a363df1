/** The one gate for answers: the ticket alone decides whether an answer still counts. */
import { hasLine, type State } from './state.ts'
import type { Ticket } from './ticket.ts'

/** A timer counts until it was stopped or started anew, a connection until it was dropped, a task until it was answered or given up. */
export const isCurrent = ({ timers, task, generation, connection }: State, ticket: Ticket): boolean => {
  switch (ticket.what) {
    case 'timer':
      return timers[ticket.name] === ticket.sequence
    case 'connection':
      return generation === ticket.generation && (hasLine(connection) || connection.name === 'looking')
    case 'task':
      return task?.ticket.sequence === ticket.sequence
  }
}
