import type { FeatureName } from '#lib/domain/config-check/feature-name';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Features by the first client that lists them; those under the first were there before. */
const listedSince: readonly (readonly [string | null, readonly string[]])[] = [
  [
    null,
    words(`
    apply_patch_freeform apps apps_mcp_gateway artifact child_agents_md codex_git_commit
    collaboration_modes default_mode_request_user_input elevated_windows_sandbox
    enable_request_compression experimental_windows_sandbox fast_mode guardian_approval
    image_detail_original image_generation js_repl js_repl_tools_only memories multi_agent
    personality plugins powershell_utf8 prevent_idle_sleep realtime_conversation remote_models
    request_permissions request_permissions_tool request_rule responses_websockets
    responses_websockets_v2 runtime_metrics search_tool shell_snapshot shell_tool shell_zsh_fork
    skill_env_var_dependency_prompt skill_mcp_dependency_install sqlite steer
    tool_call_mcp_elicitation undo unified_exec use_linux_sandbox_bwrap voice_transcription
    web_search_cached web_search_request
  `),
  ],
  [
    '0.114.0',
    words(`
    code_mode codex_hooks
  `),
  ],
  [
    '0.115.0',
    words(`
    code_mode_only enable_fanout exec_permission_approvals tool_suggest use_legacy_landlock
  `),
  ],
  [
    '0.116.0',
    words(`
    tui_app_server
  `),
  ],
  [
    '0.117.0',
    words(`
    multi_agent_v2 tool_search
  `),
  ],
  [
    '0.120.0',
    words(`
    general_analytics remote_control
  `),
  ],
  [
    '0.121.0',
    words(`
    telepathy use_agent_identity workspace_dependencies
  `),
  ],
  [
    '0.122.0',
    words(`
    apply_patch_streaming_events chronicle external_migration tool_search_always_defer_mcp_tools
    unavailable_dummy_tools workspace_owner_usage_nudge
  `),
  ],
  [
    '0.124.0',
    words(`
    browser_use computer_use in_app_browser remote_plugin
  `),
  ],
  [
    '0.128.0',
    words(`
    apps_mcp_path_override enable_mcp_apps goals plugin_hooks terminal_resize_reflow
  `),
  ],
  [
    '0.129.0',
    words(`
    auth_elicitation browser_use_external builtin_mcp hooks remote_compaction_v2
    responses_websocket_response_processed
  `),
  ],
  [
    '0.131.0',
    words(`
    mentions_v2 network_proxy plugin_sharing
  `),
  ],
  [
    '0.135.0',
    words(`
    non_prefixed_mcp_tool_names standalone_web_search
  `),
  ],
  [
    '0.136.0',
    words(`
    imagegenext
  `),
  ],
  [
    '0.137.0',
    words(`
    local_thread_store_compression unified_exec_zsh_fork
  `),
  ],
  [
    '0.138.0',
    words(`
    terminal_visualization_instructions
  `),
  ],
  [
    '0.140.0',
    words(`
    resize_all_images secret_auth_storage token_budget
  `),
  ],
  [
    '0.141.0',
    words(`
    sleep_tool
  `),
  ],
  [
    '0.142.0',
    words(`
    auto_compaction current_time_reminder deferred_executor item_ids multi_agent_mode
    respect_system_proxy rollout_budget
  `),
  ],
  [
    '0.143.0',
    words(`
    browser_use_full_cdp_access code_mode_host concurrent_reasoning_summaries
  `),
  ],
  [
    '0.145.0',
    words(`
    code_mode_buffered_exec executor_capability_discovery external_agent_memory_import skill_search
  `),
  ],
  [
    '0.146.0',
    words(`
    deferred_tool_world_state guardianv2 in_app_updates mcp_2026_07_28
  `),
  ],
  [
    '0.147.0',
    words(`
    executed_tool_call_metadata image_resize_notice recommended_plugins view_image
  `),
  ],
  [
    '0.148.0',
    words(`
    apply_patch_preserve_line_endings background_paginated_rollout_migration code_mode_interrupt
    guardian_enhanced_node_repl_transcripts guardian_node_repl_transcript_images
    guardian_reuse_parent_compaction psp retain_client_developer_messages
    unbounded_connection_retries unified_image_budget
  `),
  ],
  [
    '0.149.0',
    words(`
    cwd_relative_turn_diffs in_app_chat in_app_dictation send_async_message
  `),
  ],
  [
    '0.150.0',
    words(`
    compaction_image_budget content_item_kinds guardian_ext in_app_local_automation
    shell_snapshot_v2 transcript_v2
  `),
  ],
  [
    '0.151.0',
    words(`
    bedrock_setup_wizard code_mode_prewarm skip_host_skill_discovery step_model_switching
    write_stdin_approval
  `),
  ],
  [
    '0.152.0',
    words(`
    local_thread_store_shared_compression omit_app_server_notification_media
    powershell_shell_version
  `),
  ],
  [
    '0.153.0',
    words(`
    context_management mcp_oauth_refresh_coordination
  `),
  ],
  [
    '0.154.0',
    words(`
    guardianv2.thread_context reasoning_effort_override unified_exec_tty windows_sandbox_service
    worktrees
  `),
  ],
  [
    '0.155.0',
    words(`
    api_key_model_discovery codex_apps_mcp_2026_07_28
  `),
  ],
  [
    '0.156.0',
    words(`
    agent_message_board analytics_plan_history daemon_auto_start nonfatal_clock_read_errors
    send_message_to_user_async system_proxy_fallback use_xaa
  `),
  ],
  [
    '0.157.0',
    words(`
    prefer_mxc
  `),
  ],
  [
    '0.158.0',
    words(`
    defer_mailbox_preemption
  `),
  ],
  [
    '0.159.0',
    words(`
    instant_interrupt
  `),
  ],
  [
    '0.160.0',
    words(`
    guardian_conversation_history_tools guardian_root_handoff_context
  `),
  ],
  [
    '0.161.0',
    words(`
    api_key_cyber_access_programs browser_annotation_api cli_daybreak in_app_voice
    login_shell_package_path model_catalog_in_context
  `),
  ],
  [
    '0.162.0',
    words(`
    code_mode_only_strict_3p_tools code_mode_tool_search guardianv2_decisions_comparison
    incremental_tools multi_agent_v2_dynamic_tools stable_environment_tools ultrafast_mode
  `),
  ],
  [
    '0.163.0',
    words(`
    async_compaction code_mode_host_grpc code_mode_tool_description_first credential_masking
    guardian_trust_orchestrator_connectors output_token_replay retain_client_tool_outputs
    subagent_default_context_limits
  `),
  ],
  [
    '0.164.0',
    words(`
    app_server_websocket_compression executor_capability_discovery_v2 mcp_tool_list_changed
    multi_env_copy_file runtime_agent_instances subagent_thread_environments wake_on_agent_messages
  `),
  ],
  [
    '0.165.0',
    words(`
    guardian_recorded_items guardianv3 prediction_preserve_parent_tools tui_multi_backend
  `),
  ],
  [
    '0.166.0',
    words(`
    critical_path_timing guardian_native_multi_agent_history mcp_connection_sharing
    omit_skill_descriptions plugin_discovery_prefetch simplified_selection_hints
    skill_catalog_deltas untrusted_as_tool_output
  `),
  ],
  [
    '0.169.0',
    words(`
    agent_message_board_mcp apps_early_resource_discovery async_compaction_root_only
    cli_resume_account_check code_mode_host_output_truncation command_sessions_world_state
    daybreak_program_propagation gateway_setup_wizard gcp_setup_wizard
    guardian_denial_reconsideration guardian_include_additional_context hosted_search_policy
    image_generation_animation incremental_exec_tools incremental_tools_legacy
    incremental_tools_legacy_gcp interrupt_on_cancel mcp_lazy_stdio_startup
    suppress_model_change_announcements tui_extensions_statusline tui_workspace
  `),
  ],
];

/** The first client that no longer lists a feature. */
const goneSince: Readonly<Record<string, string>> = {
  apps_mcp_gateway: '0.115.0',
  auto_compaction: '0.143.0',
  builtin_mcp: '0.131.0',
  child_agents_md: '0.142.0',
  codex_hooks: '0.129.0',
  general_analytics: '0.128.0',
  imagegenext: '0.144.0',
  powershell_utf8: '0.117.0',
  request_permissions: '0.115.0',
  responses_websocket_response_processed: '0.138.0',
  telepathy: '0.122.0',
  voice_transcription: '0.118.0',
};

/** Older names that clients still take, and the name they take them for. */
const olderNames: Readonly<Record<string, string>> = {
  codex_hooks: 'hooks',
  collab: 'multi_agent',
  connectors: 'apps',
  enable_experimental_windows_sandbox: 'experimental_windows_sandbox',
  experimental_use_unified_exec_tool: 'unified_exec',
  imagegenext: 'image_generation',
  memory_tool: 'memories',
  request_permissions: 'exec_permission_approvals',
  telepathy: 'chronicle',
  web_search: 'web_search_request',
};

/** Every feature that clients list, and the clients that do, as `codex features list` of each client says. */
export const featureNames: readonly FeatureName[] = [
  ...listedSince.flatMap(([since, names]) =>
    names
      .filter((name) => !Object.hasOwn(olderNames, name))
      .map((name) => ({ name, since, until: goneSince[name] ?? null, now: null })),
  ),
  ...Object.entries(olderNames).map(([name, now]) => ({ name, since: null, until: null, now })),
];
