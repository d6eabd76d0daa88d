export { problemPage } from './problem-page.js'
export { reportPage } from './report-page.js'
export { styleSheet } from './style-sheet.js'
export { timelinePage } from './timeline-page.js'
