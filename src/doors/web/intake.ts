import type { Hono } from 'hono'
import type { Desk } from './app.js'

export function addIntake(_app: Hono, _desk: Desk): void {}
