/** Icons on a grid of 24. Always beside a word, so always hidden from screen readers. */
import './icon.css'

const paths = {
  archive: 'M4 5h16v4H4zM6 9v10h12V9M10 13h4',
  back: 'M14 6l-6 6 6 6',
  calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  contact: 'M5 4.5h4l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v4c-8 .5-15-6.5-14.5-14.5z',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  down: 'M6 10l6 6 6-6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  file: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14',
  goals: 'M6 21V4.5h12l-3 4.3 3 4.2H6',
  hand: 'M4 17.5c4-1 4-5.5 8-5.5s4 4.5 8 5.5M12 4.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z',
  here: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.2',
  invite: 'M10 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 20c0-4 2.8-6 6.5-6s6.5 2 6.5 6M19 7v6M16 10h6',
  language: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2',
  more: 'M4.5 7h15M4.5 12h15M4.5 17h15',
  move: 'M12 4v16M8 8l4-4 4 4M8 16l4 4 4-4',
  next: 'M10 6l6 6-6 6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.8-6 6.5-6s6.5 2 6.5 6M16 5a3.3 3.3 0 0 1 0 6.3M18 14.5c2.2.8 3.5 2.7 3.5 5.5',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c0-4 3-6 7-6s7 2 7 6',
  phone: 'M7.5 3.5h9v17h-9zM11 17.5h2',
  plan: 'M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h3',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  redo: 'M19 9.5H10a4.5 4.5 0 0 0 0 9h5M15 5.5l4 4-4 4',
  room: 'M4 19.5h16M6 19.5V13h12v6.5M9 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  speak: 'M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  stop: 'M7 7h10v10H7z',
  story: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3M13 19.5h6.5',
  talk: 'M4 5h16v11h-8l-4.5 4v-4H4z',
  up: 'M6 14l6-6 6 6',
  undo: 'M5 9.5h9a4.5 4.5 0 0 1 0 9H9M9 5.5l-4 4 4 4',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.3v.2',
  wheel: 'M12 3.5l7.4 4.2v8.6L12 20.5l-7.4-4.2V7.7zM12 3.5V12l7.4 4.3M12 12l-7.4 4.3',
} as const

export type IconName = keyof typeof paths

export const Icon = (props: { name: IconName }) => (
  <svg
    class="ic"
    classList={{ 'ic-turns': props.name === 'back' || props.name === 'next' }}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    <path d={paths[props.name]} />
  </svg>
)
