/*
 * Read before the addon's own sources when they are compiled for Electron 33 (Node 20.18). `node-api-headers` leaves the
 * experimental part of Node-API out, but there the functions of Node-API 10 are experimental, and an addon that uses them
 * has to put off finalizers which touch JavaScript values: without this Node ends the process during garbage collection.
 */
#pragma once
#define NAPI_VERSION 2147483647 /* NAPI_VERSION_EXPERIMENTAL */
#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" napi_status NAPI_CDECL node_api_post_finalizer(napi_env env, napi_finalize finalize_cb, void* finalize_data, void* finalize_hint);
