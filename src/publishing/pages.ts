export { timelinePage } from './timeline-page.js'
