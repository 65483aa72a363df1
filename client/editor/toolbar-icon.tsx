/** Icons of the toolbar, on a grid of 24. Each is shown beside its word. */
const paths = {
  bold: 'M7.5 4.5h5.2a3.6 3.6 0 0 1 0 7.2H7.5zM7.5 11.7h6.2a3.9 3.9 0 0 1 0 7.8H7.5z',
  italic: 'M10.5 4.5h6.5M7 19.5h6.5M14 4.5l-4 15',
  heading: 'M5 4.5v15M14.5 4.5v15M5 12h9.5M19 12.5v7',
  bulletList: 'M5 6.5h.01M5 12h.01M5 17.5h.01M9.5 6.5H20M9.5 12H20M9.5 17.5H20',
  orderedList: 'M4 5.5l1.5-1v5M4 14.5c.4-1.4 3-1.3 3 .3 0 1.5-3 2.2-3 4.2h3M11 6.5h9M11 12h9M11 17.5h9',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2',
  undo: 'M8.5 5L4.5 9l4 4M4.5 9H14a5.2 5.2 0 0 1 0 10.5H9',
  redo: 'M15.5 5l4 4-4 4M19.5 9H10a5.2 5.2 0 0 0 0 10.5h5',
  toolbar: 'M4 18.5L9 5.5l5 13M5.7 14h6.6M17 11.5h4M19 9.5v4',
} as const

export type ToolbarIconName = keyof typeof paths

export const ToolbarIcon = (props: { name: ToolbarIconName }) => (
  <svg class="tb-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[props.name]} />
  </svg>
)
