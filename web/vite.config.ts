import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdStyle } from './build/antd-style.ts';

const api = process.env['YANZHI_API'] ?? 'http://127.0.0.1:8080';

/** What the server sends with every page; `npm run preview` holds the built site to it. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  plugins: [antdStyle(), react()],
  resolve: { alias: { '@': path.resolve(import.meta.dirname, 'src') } },
  server: { proxy: { '/api': api, '/openapi.json': api } },
  preview: { headers: { 'Content-Security-Policy': policy } },
  build: {
    target: 'es2022',
    cssCodeSplit: true,
    // No data: URLs: the page has to work under img-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 600,
  },
});
