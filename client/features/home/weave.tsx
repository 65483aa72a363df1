/** Two threads that become one cloth: an illustration for a first visit. Decoration only. */

// Two groups of threads come in from the sides and cross; every second crossing is on top.
export const Weave = () => (
  <svg class="hm-weave" viewBox="0 0 320 96" aria-hidden="true">
    <g class="hm-weave-warm">
      <path d="M-10 22C60 22 80 74 160 74S260 22 330 22" />
      <path d="M-10 38C70 38 90 90 160 90S250 38 330 38" />
      <path d="M-10 6C50 6 70 58 160 58S270 6 330 6" />
    </g>
    <g class="hm-weave-gap">
      <path d="M62 58C84 47 96 34 122 26M198 26c26 8 38 21 60 32" />
    </g>
    <g class="hm-weave-thread">
      <path d="M-10 74C60 74 80 22 160 22s100 52 170 52" />
      <path d="M-10 90C70 90 90 38 160 38s90 52 170 52" />
      <path d="M-10 58C50 58 70 6 160 6s110 52 170 52" />
    </g>
    <g class="hm-weave-gap">
      <path d="M40 32c14 8 22 15 30 21M250 53c8-6 16-13 30-21" />
    </g>
    <g class="hm-weave-warm">
      <path d="M34 29C50 37 60 46 74 56M246 56c14-10 24-19 40-27" />
    </g>
  </svg>
)
