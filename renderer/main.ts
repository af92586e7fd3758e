import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { makeRouter } from './app/router.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/element-plus.css';

const app = createApp(App).use(createPinia());
app.config.errorHandler = (cause, _instance, where) => { console.error(`render: ${where}`, cause); };
app.use(makeRouter()).mount('#app');
