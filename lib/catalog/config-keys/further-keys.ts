const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Paths of `config.toml` that clients of today know beside the keys of an administrator's baseline, so that none
 * of them passes for a typing error. Each was put to the client; `*` and `[]` as in a config key's path.
 */
export const furtherConfigKeys: readonly string[] = words(`
  agents.*.config_file agents.*.description agents.*.nickname_candidates agents.default_subagent_model
  agents.default_subagent_reasoning_effort agents.enabled agents.interrupt_message
  agents.max_concurrent_threads_per_session allow_symlinked_codex_home apps_mcp_product_sku audio
  audio.microphone audio.speaker background_terminal_max_timeout browser_use browser_use.* cloud
  cloud.* computer_use computer_use.* daybreak daybreak.* desktop desktop.* disable_paste_burst
  experimental_compact_prompt_file experimental_realtime_start_instructions
  experimental_realtime_webrtc_call_base_url experimental_realtime_ws_backend_prompt
  experimental_realtime_ws_base_url experimental_realtime_ws_model
  experimental_realtime_ws_startup_context experimental_thread_store experimental_thread_store.*
  experimental_thread_store.type experimental_thread_store_endpoint experimental_use_unified_exec_tool
  ghost_snapshot ghost_snapshot.disable_warnings ghost_snapshot.ignore_large_untracked_dirs
  ghost_snapshot.ignore_large_untracked_files goals goals.max_goal_token_budget
  hooks.state.* include_apps_instructions include_collaboration_mode_instructions include_environment_context
  include_environment_context_time include_permissions_instructions instructions
  js_repl_node_module_dirs js_repl_node_path marketplaces marketplaces.*.last_revision
  marketplaces.*.last_updated marketplaces.*.ref marketplaces.*.source marketplaces.*.source_type
  marketplaces.*.sparse_paths mcp_enterprise_managed_auth mcp_optional_startup_grace_ms
  mcp_servers.*.auth mcp_servers.*.bearer_token mcp_servers.*.env_vars[].name
  mcp_servers.*.env_vars[].source mcp_servers.*.environment_id mcp_servers.*.name mcp_servers.*.oauth
  mcp_servers.*.oauth.client_id mcp_servers.*.omit_tools_from
  mcp_servers.*.supports_parallel_tool_calls memories memories.consolidation_model
  memories.dedicated_tools memories.disable_on_external_context memories.extract_model
  memories.generate_memories memories.max_raw_memories_for_consolidation memories.max_rollout_age_days
  memories.max_rollouts_per_startup memories.max_unused_days memories.min_rate_limit_remaining_percent
  memories.min_rollout_idle_hours memories.no_memories_if_mcp_or_web_search memories.use_memories
  model_auto_compact_token_limit_scope model_catalog_json model_post_turn_compact_threshold_percent
  notice.external_config_migration_prompts notice.external_config_migration_prompts.home
  notice.external_config_migration_prompts.home_last_prompted_at
  notice.external_config_migration_prompts.project_last_prompted_at
  notice.external_config_migration_prompts.project_last_prompted_at.*
  notice.external_config_migration_prompts.projects
  notice.external_config_migration_prompts.projects.* notice.fast_default_opt_out openai_base_url
  orchestrator orchestrator.mcp orchestrator.mcp.enabled orchestrator.skills
  orchestrator.skills.enabled plugins plugins.*.enabled plugins.*.mcp_servers
  plugins.*.mcp_servers.*.default_tools_approval_mode plugins.*.mcp_servers.*.disabled_tools
  plugins.*.mcp_servers.*.enabled plugins.*.mcp_servers.*.enabled_tools plugins.*.mcp_servers.*.tools
  plugins.*.mcp_servers.*.tools.*.approval_mode realtime realtime.transport realtime.type
  realtime.version realtime.voice responses_api_metadata responses_api_metadata.*
  shell_environment_policy.filters shell_environment_policy.filters.* thread_unload_delay_secs
  tool_output_token_limit tool_suggest tool_suggest.disabled_tools tool_suggest.disabled_tools[].id
  tool_suggest.disabled_tools[].type tool_suggest.discoverables tool_suggest.discoverables[].id
  tool_suggest.discoverables[].type tools.experimental_request_user_input
  tools.experimental_request_user_input.enabled tools.update_plan tools.update_plan.enabled tui
  tui.alternate_screen tui.animations tui.keymap tui.keymap.*.* tui.model_availability_nux
  tui.model_availability_nux.* tui.notification_condition tui.notification_method tui.notifications
  tui.pet tui.pet_anchor tui.raw_output_mode tui.resume_cwd tui.session_picker_view tui.show_tooltips
  tui.status_line tui.status_line_use_colors tui.terminal_resize_reflow_max_rows tui.terminal_title
  tui.theme tui.vim_mode_default
`);
